"""Makes click speak Spanish. Import before click: it looks its messages up as it is imported."""

import gettext
import os
from pathlib import Path

os.environ["LANGUAGE"] = "es"
gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
