"""The first-run assistant: who the association is, and where its file goes."""
