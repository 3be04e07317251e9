// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Reads what is typed: it goes on in the next line while a bracket or quote is open. */
final class TypedText implements Parser {
  private final Conversation session;

  TypedText(Conversation session) {
    this.session = session;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    String open = context == ParseContext.ACCEPT_LINE ? session.open(text) : "";
    if (!open.isEmpty()) {
      throw new EOFError(-1, -1, "Open bracket", open);
    }
    String before = text.substring(0, cursor);
    return new Typed(text, cursor, before.substring(session.wordStart(before)));
  }

  /** The text up to the cursor is completed word by word. */
  private record Typed(String line, int cursor, String word) implements ParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
