// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A window of chromium without a screen. */
final class TestingBrowser implements AutoCloseable {
  private static final String CHROMIUM = "/usr/bin/chromium";
  private static final String DRIVER = "/usr/bin/chromedriver";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What axe-core finds and we accept none of. */
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final ChromeDriver driver;

  /**
   * Opens a window.
   *
   * @param downloads where files are saved
   * @throws IllegalStateException if there is no chromium
   */
  TestingBrowser(Path downloads) {
    if (!Files.isExecutable(Path.of(CHROMIUM)) || !Files.isExecutable(Path.of(DRIVER))) {
      throw new IllegalStateException(
          "Cannot test in a browser: no %s and %s (Debian: apt-get install chromium chromium-driver)"
              .formatted(CHROMIUM, DRIVER));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER)).build();
    driver = new ChromeDriver(service, options(downloads));
  }

  private static ChromeOptions options(Path downloads) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // the tests may run as root
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        // asks nobody on the network
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic");
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads.toAbsolutePath().toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  TestingBrowser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  /** Prefers the dark scheme or the light one. */
  TestingBrowser scheme(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    return this;
  }

  void open(String address) {
    driver.get(address);
  }

  /** The address that is shown. */
  String address() {
    return driver.getCurrentUrl();
  }

  void back() {
    driver.navigate().back();
  }

  /** The first element of a CSS selector, once it is seen. */
  WebElement find(String selector) {
    return await(
        selector, all -> all.stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
  }

  /** The text of the first element of a selector that has a text, once there is one. */
  String text(String selector) {
    return await(
        selector,
        all ->
            all.stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null));
  }

  /** The texts of all elements of a selector, as they are now. */
  List<String> texts(String selector) {
    return await(selector, all -> all.stream().map(WebElement::getText).toList());
  }

  /** Waits until a page holds a text. */
  void awaitText(String selector, String part) {
    await(
        selector,
        all -> all.stream().anyMatch(found -> found.getText().contains(part)) ? true : null);
  }

  private <T> T await(String selector, Function<List<WebElement>, T> found) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "nothing such at " + selector + " of\n" + pageText())
        .until(unused -> found.apply(driver.findElements(By.cssSelector(selector))));
  }

  /** All text that is seen. */
  String pageText() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** The value of a script as text. */
  String script(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** Whether all that is there is no wider than the window. */
  boolean fits() {
    String wide = script("return document.documentElement.scrollWidth - innerWidth");
    return Integer.parseInt(wide) <= 0;
  }

  /** What axe-core calls serious or critical. */
  List<String> graveFindings() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(TestingBrowser::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }

  /** What the browser has complained about: scripts that failed, files that it was refused. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Saves what is seen. */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
