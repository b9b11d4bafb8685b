"""What a plan is: words, dates, entities, the plan as a whole, and the rules that govern it."""
