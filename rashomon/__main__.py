"""`python -m rashomon`."""

from rashomon.cli import main

raise SystemExit(main())
