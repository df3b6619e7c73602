"""A window with a VTE terminal, as in GNOME Terminal, that runs a command. For Debian's own Python, which has GTK.

/usr/bin/python3 terminal_window.py COLUMNS ROWS COMMAND
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import Gdk, Gtk, Vte  # noqa: E402


def main() -> None:
    """Open the window; it stays until the process is ended."""
    columns, rows, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    window, terminal = Gtk.Window(title="Terminal"), Vte.Terminal()
    terminal.set_size(columns, rows)
    window.add(terminal)
    window.show_all()
    terminal.grab_focus()
    window.get_window().focus(Gdk.CURRENT_TIME)  # there is no window manager to do it
    terminal.spawn_async(Vte.PtyFlags.DEFAULT, str(Path.cwd()), [command], None, 0, None, None, -1, None, None)
    Gtk.main()


if __name__ == "__main__":
    main()
