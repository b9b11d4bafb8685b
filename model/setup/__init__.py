"""Setting a home up: the one room that needs catalogue, actions, settings and database together."""
