// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.util.SplittableRandom;

/** Commands to a store as JSON lines of about 200 bytes, on 50,000 keys in 64 scopes. */
record Commands(Appendable out, SplittableRandom random) {
  private static final int SCOPES = 64;
  private static final int KEYS = 50_000;
  private static final int READS_PER_WRITE = 9;

  Commands(Appendable out) {
    this(out, new SplittableRandom(20_260_115));
  }

  void sets(int events) throws IOException {
    for (int i = 0; i < events; i++) {
      set(i);
    }
  }

  /** One command in ten sets a value that the others get. */
  void gets(int events) throws IOException {
    for (int i = 0; i < events; i++) {
      if (i % (READS_PER_WRITE + 1) == 0) {
        set(i);
      } else {
        command(i, "get");
        out.append(",\"at\":\"2026-01-15T10:00:00.000Z\",\"path\":\"/api/v1/orders\",");
        out.append(
            "\"method\":\"GET\",\"status\":200,\"agent\":\"curl/8.5.0\",\"trace\":\"00-4b\"}\n");
      }
    }
  }

  void updates(int events) throws IOException {
    for (int i = 0; i < events; i++) {
      command(i, "update");
      out.append(",\"ops\":[{\"type\":\"increment\",\"path\":\"requests\"},");
      out.append("{\"type\":\"set\",\"path\":\"status\",\"value\":");
      out.append(Integer.toString(random.nextInt(600))).append("}]}\n");
    }
  }

  private void set(int id) throws IOException {
    command(id, "set");
    out.append(",\"value\":{\"method\":\"GET\",\"path\":\"/api/v1/orders/");
    out.append(Integer.toString(random.nextInt(1_000_000)));
    out.append("\",\"status\":").append(Integer.toString(random.nextInt(600)));
    out.append(",\"bytes\":").append(Integer.toString(random.nextInt(100_000)));
    out.append(",\"agent\":\"curl/8.5.0\",\"cached\":false}}\n");
  }

  private void command(int id, String op) throws IOException {
    int key = random.nextInt(KEYS);
    out.append("{\"id\":").append(Integer.toString(id)).append(",\"op\":\"").append(op);
    out.append("\",\"scope\":\"scope-").append(Integer.toString(key % SCOPES));
    out.append("\",\"key\":\"").append(Dataset.requestId(key)).append('"');
  }
}
