"""Text messages leave through a gateway: "console" prints them, "http" posts JSON to a provider or a small adapter."""

import http.client
import json
import time
import urllib.error
import urllib.request
from typing import Protocol

import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

ATTEMPTS = 2
PAUSE_SECONDS = 0.5


class SmsError(Exception):
    """`temporary` errors are worth another attempt later; others (a number that doesn't exist) never succeed."""

    def __init__(self, message: str, *, temporary: bool) -> None:
        super().__init__(message)
        self.temporary = temporary


class SmsGateway(Protocol):
    def send(self, phone: str, text: str, *, reference: str) -> None:
        """Hand the text over. `reference` is the same when the same message is tried again. Raises SmsError."""


class ConsoleGateway:
    def send(self, phone: str, text: str, *, reference: str) -> None:
        print(f"--- SMS to {phone} ({reference})\n{text}\n---", flush=True)


class HttpGateway:
    """POSTs {"to", "text", "reference"} with a bearer token. 2xx is taken; 4xx refuses for good, save 408 and 429;
    anything else is temporary. A dead connection is tried once more at once."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        self.url, self.token, self.timeout = url, token, timeout

    def send(self, phone: str, text: str, *, reference: str) -> None:
        body = json.dumps({"to": phone, "text": text, "reference": reference}, ensure_ascii=False).encode()
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._post(body)
            except SmsError as error:
                if attempt == ATTEMPTS or not error.temporary:
                    raise
            time.sleep(PAUSE_SECONDS)

    def _post(self, body: bytes) -> None:
        request = urllib.request.Request(self.url, data=body, method="POST")
        request.add_header("Content-Type", "application/json; charset=utf-8")
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                response.read(1024)
        except urllib.error.HTTPError as error:
            answer = error.read(200).decode(errors="replace").strip()
            temporary = error.code >= 500 or error.code in {408, 429}
            raise SmsError(f"the SMS gateway answered {error.code}: {answer}", temporary=temporary) from error
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            raise SmsError(f"the SMS gateway at {self.url} can't be reached: {error}", temporary=True) from error


GATEWAYS = ("console", "http")


def sms_gateway() -> SmsGateway:
    if settings.SMS_GATEWAY == "http":
        return HttpGateway(settings.SMS_HTTP_URL, settings.SMS_HTTP_TOKEN, settings.SMS_HTTP_TIMEOUT)
    return ConsoleGateway()


def send_sms(phone: str, text: str, *, reference: str) -> None:
    """Through the configured gateway. Raises SmsError."""
    sms_gateway().send(phone, text, reference=reference)
    log.info("sms_sent", phone_end=phone[-4:], reference=reference)
