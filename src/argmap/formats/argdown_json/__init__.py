"""What `argdown json` prints of an Argdown file: the model of it, with or without a map."""
