// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The user's Flink distribution, as far as the environment names one. */
public final class FlinkHome {
  private static final String HOME = "FLINK_HOME";
  private static final String CONF = "FLINK_CONF_DIR";
  private static final String DEFAULT_HOST = "localhost";
  private static final int DEFAULT_PORT = 8081;

  private final Function<String, @Nullable String> environment;

  /**
   * @param environment returns the value of an environment variable, or null
   */
  public FlinkHome(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /**
   * The program that submits jobs.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Path program() {
    String home = environment.apply(HOME);
    if (home == null) {
      throw new IllegalArgumentException(
          "Missing FLINK_HOME: must name the directory of a Flink distribution, which has bin/flink");
    }
    Path program = Path.of(home, "bin", "flink");
    if (!Files.isExecutable(program)) {
      throw new IllegalArgumentException(
          "Invalid FLINK_HOME: must name the directory of a Flink distribution, which has"
              + " bin/flink, but was '"
              + home
              + "'");
    }
    return program;
  }

  /** The address of the cluster that Flink is configured for, its default if it is for none. */
  public RestAddress address() throws IOException {
    Map<?, ?> configured = configuration();
    Object host = value(configured, "rest", "address");
    Object port = value(configured, "rest", "port");
    return new RestAddress(
        host == null ? DEFAULT_HOST : host.toString(),
        port == null ? DEFAULT_PORT : Integer.parseInt(port.toString()));
  }

  private Map<?, ?> configuration() throws IOException {
    Path file = file();
    if (file == null || !Files.isReadable(file)) {
      return Map.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return read instanceof Map<?, ?> map ? map : Map.of();
    } catch (YamlEngineException e) {
      throw new IOException("Cannot read '" + file + "': it is not YAML", e);
    }
  }

  private @Nullable Path file() {
    String conf = environment.apply(CONF);
    String home = environment.apply(HOME);
    if (conf != null) {
      return Path.of(conf, "config.yaml");
    }
    return home == null ? null : Path.of(home, "conf", "config.yaml");
  }

  /** Options are written as one name with a dot, or as a mapping in another one. */
  private static @Nullable Object value(Map<?, ?> options, String first, String second) {
    Object flat = options.get(first + "." + second);
    return flat == null && options.get(first) instanceof Map<?, ?> inner ? inner.get(second) : flat;
  }
}
