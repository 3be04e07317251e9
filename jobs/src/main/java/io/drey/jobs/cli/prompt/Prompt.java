// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Reads lines with JLine: with history and completion. */
public final class Prompt {
  private static final int HISTORY_SIZE = 1000;

  private Prompt() {}

  /**
   * Reads until the end of input, or until the conversation is over.
   *
   * @throws IOException if the terminal cannot be used
   */
  public static void hold(Conversation session) throws IOException {
    // its warnings are about terminals that can do less
    Logger.getLogger("org.jline").setLevel(Level.OFF);
    // stty controls the terminal: a native library would make later versions of Java warn
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).provider("exec").dumb(true).build()) {
      LineReader reader = reader(terminal, session);
      print(session.begin(), terminal);
      while (!session.isOver()) {
        String typed = read(reader, session.name() + "> ");
        if (typed == null) {
          return;
        }
        print(session.answer(typed), terminal);
      }
    }
  }

  private static LineReader reader(Terminal terminal, Conversation session) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("drey")
            .parser(new TypedText(session))
            .completer((reader, line, candidates) -> complete(session, line, candidates))
            .variable(
                LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(session.name().length()) + "> ")
            .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    Path history = historyFile(session.name(), System.getenv());
    return history == null
        ? builder.build()
        : builder.variable(LineReader.HISTORY_FILE, history).build();
  }

  private static void complete(Conversation session, ParsedLine line, List<Candidate> candidates) {
    session
        .completions(line.word())
        .forEach(word -> candidates.add(new Candidate(word, word, null, null, null, null, false)));
  }

  /** What was typed; empty if it was given up by Ctrl-C, null at the end of input. */
  private static @Nullable String read(LineReader reader, String prompt) {
    try {
      return reader.readLine(prompt);
    } catch (UserInterruptException e) {
      return "";
    } catch (EndOfFileException e) {
      return null;
    }
  }

  private static void print(List<String> lines, Terminal terminal) {
    lines.forEach(terminal.writer()::println);
    terminal.flush();
  }

  /** Where the history is kept, for its user only; null if there is no place. */
  static @Nullable Path historyFile(String name, Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path folder = state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
    try {
      Files.createDirectories(folder);
      Path own = folder.resolve("drey");
      if (Files.notExists(own)) {
        Files.createDirectory(
            own,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return own.resolve(name + "-history");
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }
}
