// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.Main;
import io.drey.jobs.cli.Program;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.function.TestingJar;
import io.drey.jobs.local.SharedCluster;
import io.drey.jobs.sink.stdout.Stdout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CoreOptions;

/** Types the commands of a page's session and shows what a terminal would. */
public final class TestingSession {
  static {
    // Flink keeps the directory for temporary files that it finds first: not that of a run
    CoreOptions.TMP_DIRS.defaultValue();
    keepTemporaryDirectory();
  }

  private static final String PROMPT = "$ ";
  private static final String PROGRAM = "bin/drey ";
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Pattern HEAD = Pattern.compile("(.*) \\| head -(\\d+)");

  private static final Pattern PIPE = Pattern.compile("(.*) \\| (bin/drey .*)");

  private static final Pattern NAMED_PATH = Pattern.compile("(\\w+=)([\\w.-]+/[\\w./-]+)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  private static final Pattern SED = Pattern.compile("sed 's/([^/]*)/([^/]*)/' (\\S+)");
  private static final Pattern INPUT = Pattern.compile("(.*) < (\\S+)");
  private static final Pattern REDIRECT = Pattern.compile("(.*) > (\\S+)");

  private final TestingCheckout checkout;
  private final BiConsumer<Program, Terminal> more;
  private int exitCode;
  private boolean isRedirected;
  private String messages = "";

  /**
   * @param more adds what other modules have
   */
  public TestingSession(TestingCheckout checkout, BiConsumer<Program, Terminal> more) {
    this.checkout = checkout;
    this.more = more;
    SharedCluster.use();
  }

  /** The session with what its commands print now. */
  public String replay(String session) {
    return session
        .lines()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line + "\n" + output(line.substring(PROMPT.length())))
        .collect(Collectors.joining());
  }

  private String output(String command) {
    Matcher input = INPUT.matcher(command);
    if (input.matches()) {
      return withInput(input.group(1), checkout.file(input.group(2)));
    }
    Matcher redirect = REDIRECT.matcher(command);
    if (redirect.matches()) {
      return redirected(redirect.group(1), checkout.file(redirect.group(2)));
    }
    Matcher head = HEAD.matcher(command);
    if (head.matches()) {
      return output(head.group(1))
          .lines()
          .limit(Integer.parseInt(head.group(2)))
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }
    Matcher pipe = PIPE.matcher(command);
    if (pipe.matches()) {
      return withInput(pipe.group(2), output(pipe.group(1)));
    }
    if (command.equals("echo $?")) {
      return exitCode + "\n";
    }
    if (command.startsWith("javac ") || command.startsWith("jar ")) {
      return tool(command.split(" "));
    }
    Matcher sed = SED.matcher(command);
    if (sed.matches()) {
      return contents(sed.group(3)).replace(sed.group(1), sed.group(2));
    }
    if (command.startsWith("cat ")) {
      return contents(command.substring("cat ".length()));
    }
    if (command.startsWith(PROGRAM)) {
      return drey(words(command.substring(PROGRAM.length())));
    }
    throw new IllegalArgumentException("Unknown command: " + command);
  }

  /** Runs a command whose standard input is a file. */
  private String withInput(String command, Path file) {
    try {
      return withInput(command, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String withInput(String command, String input) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
    try {
      return output(command);
    } finally {
      System.setIn(before);
    }
  }

  /** Writes what a command prints to a file, and tells what it says on standard error. */
  private String redirected(String command, Path file) {
    isRedirected = true;
    messages = "";
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, checkout.absolute(output(command)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      isRedirected = false;
    }
    return messages;
  }

  /** Apart from each other as a shell has them, quotes left off. */
  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> Stream.of(1, 2, 3).map(word::group).filter(Objects::nonNull).findFirst())
        .flatMap(Optional::stream)
        .toArray(String[]::new);
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
    Matcher named = NAMED_PATH.matcher(word);
    if (named.matches()) {
      return named.group(1) + checkout.file(named.group(2));
    }
    return word.contains("/") && !word.contains(" ") ? checkout.file(word).toString() : word;
  }

  private String contents(String path) {
    try {
      return checkout.relative(Files.readString(checkout.file(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java, too, keeps the one that it finds first, in which RocksDB puts its library. */
  private static void keepTemporaryDirectory() {
    try {
      Files.delete(File.createTempFile("first", null).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String drey(String[] words) {
    String[] arguments = Arrays.stream(words).map(this::argument).toArray(String[]::new);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintWriter out = new PrintWriter(screen, true, UTF_8);
    StringWriter elsewhere = new StringWriter();
    PrintWriter err = isRedirected ? new PrintWriter(elsewhere, true) : out;
    String temporary = System.getProperty("java.io.tmpdir");
    Stdout.redirect(screen);
    try {
      exitCode = Main.execute(new Terminal(out, err, false, false), more, arguments);
    } finally {
      Stdout.redirect(new FileOutputStream(FileDescriptor.out));
      System.setProperty("java.io.tmpdir", temporary);
    }
    messages = checkout.relative(elsewhere.toString());
    return checkout.relative(screen.toString(UTF_8));
  }
}
