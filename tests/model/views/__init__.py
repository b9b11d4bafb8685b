"""Tests of the answers to what a person looks at."""
