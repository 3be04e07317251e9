// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import java.util.Map;
import java.util.Properties;

/** Properties of Kafka's clients that a pipeline file sets. */
public final class ClientProperties {
  private ClientProperties() {}

  /**
   * Checks that properties do not say what other keys say.
   *
   * @param reserved the keys that say it, by property; empty for one that nobody may set
   * @throws IllegalArgumentException if they do
   */
  public static void check(Map<String, String> properties, Map<String, String> reserved) {
    for (String name : properties.keySet()) {
      String key = reserved.get(name);
      if (key != null) {
        String instead = key.isEmpty() ? "" : ", which is the key '" + key + "'";
        throw new IllegalArgumentException(
            "Invalid properties: must not hold " + name + instead + ", but did");
      }
    }
  }

  /** The properties of a client of these brokers. */
  public static Properties of(Brokers brokers, Map<String, String> properties) {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", brokers.text());
    return client;
  }
}
