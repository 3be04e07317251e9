// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopBrowserTest {
  @Test
  void opensNothingWithoutADesktop() throws IOException {
    DesktopBrowser.of("Linux", Map.of("TERM", "xterm")).open("http://127.0.0.1:1/x/");

    assertThat(DesktopBrowser.of("Linux", Map.of("TERM", "xterm")).isThere()).isFalse();
  }

  @Test
  void findsADesktop() {
    assertThat(DesktopBrowser.of("Linux", Map.of("DISPLAY", ":0")).isThere()).isTrue();
    assertThat(DesktopBrowser.of("Linux", Map.of("WAYLAND_DISPLAY", "w")).isThere()).isTrue();
    assertThat(DesktopBrowser.of("Mac OS X", Map.of()).isThere()).isTrue();
  }

  @Test
  void hidesTheAddressFromOtherUsers() throws IOException {
    Path file = DesktopBrowser.leadingTo("http://127.0.0.1:1/token/");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).content().contains("url=http://127.0.0.1:1/token/\"");
  }
}
