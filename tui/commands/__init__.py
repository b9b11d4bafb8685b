"""The commands of line mode, one file for each task; `registry` names them all."""
