"""Events in the window: their list, their sheets, who takes part, places and figures."""
