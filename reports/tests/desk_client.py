"""The review desk without a browser: its pages' words, and its forms."""

import re
from html import unescape

from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.test import TestResponse

from reports.desk.app import create_app
from reports.tests.desk_samples import SIGNER, SampleProject


class _Compiled(BytecodeCache):
    """Templates compiled once for all desks: that takes longer than most tests."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def open_desk(project: SampleProject) -> FlaskClient:
    """Return a browser of a kind, before the desk of a project."""
    app = create_app(project.desk)
    app.jinja_env.bytecode_cache = _COMPILED
    return app.test_client()


def text_of(page: TestResponse) -> str:
    """Return the words of a page, in one line."""
    body = page.get_data(as_text=True).partition("<main>")[2].partition("<dialog")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def fields_of(client: FlaskClient, address: str) -> dict[str, list[str]]:
    """Return the hidden fields of a page's first form."""
    body = client.get(address).get_data(as_text=True)
    form = body.partition('<form method="post"')[2].partition("</form>")[0]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: [value for key, value in hidden if key == name] for name, _ in hidden}


def send(client: FlaskClient, address: str, shown_at: str, **more: str | list[str]) -> TestResponse:
    """Send the form that a page showed, and return the page that follows."""
    form = {"quien": SIGNER, **fields_of(client, shown_at), **more}
    return client.post(address, data=form, follow_redirects=True)


def approve(client: FlaskClient, name: str, **more: str | list[str]) -> TestResponse:
    """Approve a picture as its page shows it, and return the page that follows."""
    return send(client, f"/imagenes/{name}/aprobar", f"/imagenes/{name}", **more)


def reject(client: FlaskClient, name: str, **more: str | list[str]) -> TestResponse:
    """Reject a picture as its page shows it, and return the page that follows."""
    return send(client, f"/imagenes/{name}/rechazar", f"/imagenes/{name}", **more)
