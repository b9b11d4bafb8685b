"""What the program finds worth a look in a plan, and why: the rules F01 to F20, as far as a
unit and its centre need them. Pure functions of a plan; nothing here changes anything.
"""
