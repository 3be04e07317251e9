// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.batch;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of batch. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class BatchState {
  /** The type of {@link #batch}. */
  public static final TypeInformation<OpenBatch> BATCH = Types.POJO(OpenBatch.class);

  private BatchState() {}

  /** The key's open batch, without its events. */
  @StateMeaning(state = "batch")
  public static ValueStateDescriptor<OpenBatch> batch() {
    return new ValueStateDescriptor<>("batch", BATCH);
  }

  /** The events of the open batch, in order of arrival. */
  @StateMeaning(state = "events")
  public static <T> ListStateDescriptor<T> events(TypeInformation<T> type) {
    return new ListStateDescriptor<>("events", type);
  }
}
