"""Document -> ParsedDocument; the only room that knows spaCy."""

from sayso.parse.parsed import ParsedDocument, Sentence, Token
from sayso.parse.parser import LANGUAGES, Parser

__all__ = ["LANGUAGES", "ParsedDocument", "Parser", "Sentence", "Token"]
