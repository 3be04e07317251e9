// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.internal.InvalidForm;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Sends invalid events to their side output, with their timestamps. */
public final class Rejection<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final OutputTag<T> tag;
  private final InvalidForm<T> form;

  public Rejection(TypeInformation<T> type) {
    this.tag = KeyedRuleOperator.invalid(type);
    this.form = InvalidForm.of(type);
  }

  /** Sends an event to {@code invalid}, and returns what it sends. */
  public T reject(StreamRecord<T> event, InvalidEventException why, Output<?> output) {
    T rejected = form.invalid(event.getValue(), String.valueOf(why.getMessage()));
    output.collect(tag, event.copy(rejected));
    return rejected;
  }
}
