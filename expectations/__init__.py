"""What must hold of every table: contracts, suites computed from them, and the checkpoint that runs them."""
