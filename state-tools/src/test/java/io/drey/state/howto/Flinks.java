// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes of Flink that a page asks for, by what it calls their client. */
final class Flinks implements AutoCloseable {
  private final Map<String, FlinkProcess> started = new LinkedHashMap<>();

  FlinkProcess of(String client) throws IOException {
    FlinkProcess flink = started.get(client);
    if (flink == null) {
      flink = client.contains("1.20") ? FlinkProcess.ofVersion1() : FlinkProcess.ofVersion2();
      started.put(client, flink);
    }
    return flink;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (FlinkProcess flink : started.values()) {
      flink.close();
    }
  }
}
