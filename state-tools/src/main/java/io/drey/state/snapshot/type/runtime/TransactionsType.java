// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/**
 * The transactions of a sink that commits in two phases: the open one, those to be committed, and
 * what the sink keeps beside them.
 *
 * @param mayLackOpen whether a flag tells if there is an open one
 */
record TransactionsType(ValueType transaction, ValueType context, boolean mayLackOpen)
    implements ValueType {
  @Override
  public String text() {
    return "Transactions<" + transaction.text() + ", " + context.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    if (!mayLackOpen || in.readBoolean()) {
      skipTransaction(in);
    }
    for (int rest = in.readCount(); rest > 0; rest--) {
      skipTransaction(in);
    }
    if (in.readBoolean()) {
      context.skip(in);
    }
  }

  private void skipTransaction(ByteReader in) {
    transaction.skip(in);
    in.skip(Long.BYTES);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    out.beginObject();
    out.name("open");
    if (!mayLackOpen || in.readBoolean()) {
      writeTransaction(in, out);
    } else {
      out.nullValue();
    }
    out.name("to_commit");
    out.beginArray();
    for (int rest = in.readCount(); rest > 0; rest--) {
      writeTransaction(in, out);
    }
    out.endArray();
    out.name("context");
    if (in.readBoolean()) {
      context.write(in, out);
    } else {
      out.nullValue();
    }
    out.endObject();
  }

  private void writeTransaction(ByteReader in, ValueSink out) {
    out.beginObject();
    out.name("transaction");
    transaction.write(in, out);
    out.name("started");
    out.instant(in.readLong());
    out.endObject();
  }
}
