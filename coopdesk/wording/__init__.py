"""Words for codes, money and dates, in the chosen language."""
