"""One file a command. Heavy libraries are imported inside the functions, when they are needed."""
