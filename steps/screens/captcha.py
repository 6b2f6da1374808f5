"""The captcha at the end of a form: its picture, its audio and its field."""

import wave
from io import BytesIO

from playwright.sync_api import Locator

from steps.person import Person
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.screens.nueva_cita import Booking
from steps.sight import NotAsTheGuideSaysError

LABEL = "Código captcha*"
# What the picture is called by whoever cannot see it, at least in the beginning.
PICTURE = "Imagen con el código captcha"


class Captcha:
    """What both forms that ask for a code have in common."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def fill_the_rest(self, screen: str, person: Person) -> None:
        """Fill the form of a screen from the one after the search, all but the code."""
        reader = self._reader
        if screen == "Nueva cita":
            Booking(reader).choose_day("31/01/2024")
            Booking(reader).choose_slot("10:00-10:15 hrs", "02")
        else:
            Cancellation(reader).choose_appointment("30/01/2024")
            Cancellation(reader).fill(person, code="")

    def type(self, code: str) -> None:
        """Type a code, to the letter."""
        self._reader.fill(field(self._page, LABEL), code)

    def is_not_written(self, code: str) -> None:
        """Check that a code stands nowhere in the page, shown or not."""
        page = self._page.content()
        if code in page or code.lower() in page:
            raise NotAsTheGuideSaysError("el código de la imagen está escrito en la página")

    def forge(self, captcha: str) -> None:
        """Have the form name another captcha."""
        self._reader.forge(field(self._page, LABEL), "captcha_id", captcha)

    def open_audio(self) -> None:
        """Open what the audio is behind."""
        summary = self._page.get_by_text("Escuchar el código", exact=True)
        self._reader.click(summary.describe("«Escuchar el código»"))

    def hear(self) -> None:
        """Play the audio, and check that it sounds."""
        self._reader.hears(field(self._page, "Audio del código captcha"))

    def download(self) -> bytes:
        """Download the audio and return the file."""
        return self._reader.download(self._link)

    def id(self) -> str:
        """Return what the form names its captcha by."""
        return self._where(self._picture, "src").rpartition("/")[2].partition(".")[0]

    def addresses(self) -> tuple[str, str]:
        """Return where the picture and the audio are: absolute URLs."""
        self.open_audio()
        return self._where(self._picture, "src"), self._where(self._link, "href")

    @property
    def _link(self) -> Locator:
        return clickable(self._page, "Descargar el audio")

    @property
    def _picture(self) -> Locator:
        return self._page.get_by_role("img", name=PICTURE)

    @staticmethod
    def _where(target: Locator, attribute: str) -> str:
        address: str = target.evaluate("(it, attribute) => it[attribute]", attribute)
        return address


def seconds_of(recording: bytes) -> float:
    """Return how long a WAV is; wave.Error if it is none."""
    with wave.open(BytesIO(recording), "rb") as audio:
        return audio.getnframes() / audio.getframerate()
