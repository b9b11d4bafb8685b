"""How journals travel between the homes of units, departments and the centre."""
