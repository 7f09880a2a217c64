"""h-m-m: a mind map as lines indented by tabs, with the signs of our outlines at the start of each."""
