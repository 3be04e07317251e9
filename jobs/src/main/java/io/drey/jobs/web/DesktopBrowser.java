// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens an address in the browser of the desktop. All users of a machine see the arguments of a
 * process, so the browser is given a file that only this user can read, and that leads there.
 */
public final class DesktopBrowser {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final @Nullable String command;

  private DesktopBrowser(@Nullable String command) {
    this.command = command;
  }

  /** That of this machine. */
  public static DesktopBrowser here() {
    return of(System.getProperty("os.name", ""), System.getenv());
  }

  static DesktopBrowser of(String system, Map<String, String> environment) {
    if (system.startsWith("Mac")) {
      return new DesktopBrowser("open");
    }
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return new DesktopBrowser(desktop ? "xdg-open" : null);
  }

  /** Whether there is a desktop. */
  public boolean isThere() {
    return command != null;
  }

  /**
   * Opens an address, if there is a desktop. That it fails changes nothing: the address is shown.
   */
  public void open(String address) throws IOException {
    if (command == null) {
      return;
    }
    Path file = leadingTo(address);
    try {
      new ProcessBuilder(command, file.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noSuchCommand) {
      Files.delete(file);
    }
  }

  /** A file that is deleted at the end of the process. */
  static Path leadingTo(String address) throws IOException {
    Path file = Files.createTempFile("drey-", ".html", OWNER_ONLY);
    file.toFile().deleteOnExit();
    Files.writeString(
        file,
        "<!doctype html><meta charset=utf-8><title>drey</title>"
            + "<meta http-equiv=refresh content=\"0; url="
            + address
            + "\">\n",
        UTF_8);
    return file;
  }
}
