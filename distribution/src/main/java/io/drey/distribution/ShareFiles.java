// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the manual pages and the completions of all commands. */
final class ShareFiles {
  private static final String PROGRAM = "drey";

  private final Path folder;
  private final String version;
  private final String date;

  private ShareFiles(Path folder, String version, String date) {
    this.folder = folder;
    this.version = version;
    this.date = date;
  }

  /** Writes into a folder {@code share}, of a version and its date (ISO-8601). */
  public static void main(String[] arguments) throws IOException {
    CommandLine drey = io.drey.jobs.cli.Main.model(Main.COMMANDS);
    ShareFiles files =
        new ShareFiles(Path.of(arguments[0]), arguments[1], arguments[2].substring(0, 10));
    files.writePages(drey);
    files.writeCompletions(AutoComplete.bash(PROGRAM, drey));
  }

  private void writePages(CommandLine command) throws IOException {
    boolean isRoot = command.getParent() == null;
    String page = ManPage.of(command, version, date, isRoot ? resource("drey.1") : "");
    Path file = folder.resolve("man/man1/" + ManPage.name(command) + ".1.gz");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(page.getBytes(UTF_8));
    }
    for (CommandLine child : command.getSubcommands().values()) {
      writePages(child);
    }
  }

  private void writeCompletions(String bash) throws IOException {
    write("bash-completion/completions/" + PROGRAM, bash);
    write("zsh/site-functions/_" + PROGRAM, resource("before.zsh") + bash + resource("after.zsh"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ShareFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
