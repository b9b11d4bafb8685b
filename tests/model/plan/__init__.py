"""Tests of the plan: its words, calendar, rules of reporting and the minimum meter."""
