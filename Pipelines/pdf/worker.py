"""Turns HTML pages into PDF with WeasyPrint, one after the other, for foxp3.

It speaks in frames over its standard input and output: a line with a JSON object, whose "sizes" give
how many bytes of each part follow. A request has the page and, if it is to be attached, the JSON
report; the answer has the PDF, or an "error". Nothing is fetched and no file is opened by name.
"""

import datetime
import io
import json
import os
import sys

NEEDED = 70


def send(header, parts=()):
    header["sizes"] = [len(part) for part in parts]
    out = sys.stdout.buffer
    out.write(json.dumps(header).encode() + b"\n")
    for part in parts:
        out.write(part)
    out.flush()


def main():
    try:
        import weasyprint
        from weasyprint.urls import FatalURLFetchingError
    except Exception as error:
        send({"error": f"{type(error).__name__}: {error}"})
        return
    if int(weasyprint.__version__.split(".")[0]) < NEEDED:
        send({"error": f"WeasyPrint {weasyprint.__version__} is older than {NEEDED}.0"})
        return

    class Refusing(weasyprint.urls.URLFetcher):
        """A page holds all it needs; whatever asks for more is a fault, and ends the page."""

        def fetch(self, url, headers=None):
            raise FatalURLFetchingError(f"the page asks for {url[:200]}")

    def pdf(request, page, attached):
        moment = datetime.datetime.fromtimestamp(
            int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
        attachments = []
        if attached is not None:
            attachments.append(weasyprint.Attachment(
                file_obj=io.BytesIO(attached), name=request["attachmentName"],
                description="The same report as data (JSON)", created=moment, modified=moment,
                relationship="Data", url_fetcher=Refusing()))
        document = weasyprint.HTML(
            string=page.decode("utf-8"), base_url=None, url_fetcher=Refusing())
        return document.write_pdf(pdf_variant=request["variant"], attachments=attachments)

    send({"ready": weasyprint.__version__})
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        parts = [sys.stdin.buffer.read(size) for size in request["sizes"]]
        try:
            made = pdf(request, parts[0], parts[1] if len(parts) > 1 else None)
        except (Exception, FatalURLFetchingError) as error:
            send({"error": f"{type(error).__name__}: {error}"})
        else:
            send({}, [made])


main()
