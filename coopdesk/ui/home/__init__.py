"""The home page: figures, gifts by month, what is to be done, what was done last."""
