"""The commands of the command line, one module for each: `NAME.py` is `tui-reader NAME`, and defines COMMAND.

`cli/parser.py` finds them here by their file names. A new command is one new file; nothing else has to be edited.
Importing one must be cheap: what its action needs is imported within the action.
"""
