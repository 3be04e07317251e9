// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;

/** The path of a file: whether there is one, then the parts of its URI, which may be absent. */
enum PathType implements ValueType {
  PATH;

  private static final int NO_PORT = -1;

  @Override
  public String text() {
    return "String";
  }

  @Override
  public void skip(ByteReader in) {
    read(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    out.text(read(in));
    writeOriginal(in, from, out);
  }

  private static String read(ByteReader in) {
    if (!in.readBoolean()) {
      return "";
    }
    String scheme = part(in, "", ":");
    String user = part(in, "", "@");
    String host = part(in, "", "");
    int port = in.readInt();
    String path = part(in, "", "");
    String query = part(in, "?", "");
    String fragment = part(in, "#", "");
    String authority =
        host.isEmpty() ? "" : "//" + user + host + (port == NO_PORT ? "" : ":" + port);
    return scheme + authority + path + query + fragment;
  }

  private static String part(ByteReader in, String before, String after) {
    return in.readBoolean() ? before + StringType.STRING.readText(in) + after : "";
  }
}
