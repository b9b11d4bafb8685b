"""What a plan is: goals, units, activities, statuses, rules, the journal and the local database."""
