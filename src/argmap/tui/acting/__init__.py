"""Acting: what a person can do on the screen, group by group, each action with its words, keys and deed."""
