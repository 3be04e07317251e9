// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The state in which operators record their {@link Definition}. Changing a name or a type here
 * breaks compatibility with existing savepoints.
 */
public final class DefinitionState {
  /** The name of the state. */
  public static final String NAME = "definition";

  private DefinitionState() {}

  /** Broadcast state: the entries of the operator's definition. */
  @StateMeaning(state = NAME)
  public static MapStateDescriptor<String, String> definition() {
    return new MapStateDescriptor<>(NAME, Types.STRING, Types.STRING);
  }
}
