package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.function.TestingJar;
import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.sink.Stdout;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types the commands of a page's session and shows what a terminal would. */
final class TestingSession {
  private static final String PROMPT = "$ ";
  private static final String PROGRAM = "bin/drey ";
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Pattern HEAD = Pattern.compile("(.*) \\| head -(\\d+)");

  private final TestingCheckout checkout;
  private int exitCode;

  TestingSession(TestingCheckout checkout) {
    this.checkout = checkout;
  }

  /** The session with what its commands print now. */
  String replay(String session) {
    return session
        .lines()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line + "\n" + output(line.substring(PROMPT.length())))
        .collect(Collectors.joining());
  }

  private String output(String command) {
    Matcher head = HEAD.matcher(command);
    if (head.matches()) {
      return output(head.group(1))
          .lines()
          .limit(Integer.parseInt(head.group(2)))
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }
    if (command.equals("echo $?")) {
      return exitCode + "\n";
    }
    if (command.startsWith("javac ") || command.startsWith("jar ")) {
      return tool(command.split(" "));
    }
    if (command.startsWith("cat ")) {
      return contents(command.substring("cat ".length()));
    }
    if (command.startsWith(PROGRAM)) {
      return drey(command.substring(PROGRAM.length()).split(" "));
    }
    throw new IllegalArgumentException("Unknown command: " + command);
  }

  /** Runs a tool of the JDK, over the classes that the launcher's build has. */
  private String tool(String[] words) {
    String[] arguments =
        Arrays.stream(words)
            .skip(1)
            .map(word -> word.equals("'dist/lib/*'") ? CLASS_PATH : argument(word))
            .toArray(String[]::new);
    TestingJar.run(words[0], arguments);
    return "";
  }

  private String argument(String word) {
    return word.contains("/") ? checkout.file(word).toString() : word;
  }

  private String contents(String path) {
    try {
      return checkout.relative(Files.readString(checkout.file(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String drey(String[] words) {
    String[] arguments = Arrays.stream(words).map(this::argument).toArray(String[]::new);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(screen, true, UTF_8);
    String temporary = System.getProperty("java.io.tmpdir");
    Stdout.redirect(screen);
    try {
      exitCode = Main.execute(new Terminal(writer, writer, false, false), arguments);
    } finally {
      Stdout.redirect(new FileOutputStream(FileDescriptor.out));
      System.setProperty("java.io.tmpdir", temporary);
    }
    return checkout.relative(screen.toString(UTF_8));
  }
}
