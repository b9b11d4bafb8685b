"""The measuring program's pure parts. No figure is checked here: a clock makes no good test."""
