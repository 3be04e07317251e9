// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the tests of this module would notice. */
class TestingBrowserITCase {
  @Test
  void noticesWhatIsWrongWithAPage(@TempDir Path directory) throws Exception {
    Path page = directory.resolve("page.html");
    Files.writeString(
        page,
        """
        <title>Wrong</title>
        <img src="missing.png">
        <p style="width: 3000px">Wide</p>
        <script>undefinedFunction()</script>
        """);
    try (TestingBrowser browser = new TestingBrowser(directory)) {
      browser.size(1280, 800).open(page.toUri().toString());

      assertThat(browser.text("p")).isEqualTo("Wide");
      assertThat(browser.fits()).isFalse();
      assertThat(browser.graveFindings()).anyMatch(found -> found.startsWith("image-alt: "));
      assertThat(browser.complaints()).anyMatch(told -> told.contains("undefinedFunction"));
    }
  }
}
