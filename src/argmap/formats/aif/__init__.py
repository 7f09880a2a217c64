"""The Argument Interchange Format as JSON: AIFdb's own, xAIF around it, and OVA's, which is only read."""
