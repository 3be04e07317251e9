package io.drey.state.inspect;

import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.operator.OperatorState;
import org.jspecify.annotations.Nullable;

/**
 * What a state is.
 *
 * @param kind as in {@code value}, {@code map}, {@code timers}, {@code operator list}
 * @param keyType null in operator and broadcast state
 * @param hasTtl whether values have a time to live
 */
public record StateReport(
    String name, String kind, @Nullable String keyType, String valueType, boolean hasTtl) {
  static StateReport of(KeyedState state) {
    return new StateReport(
        state.name(),
        state.kind().toString(),
        state.key().text(),
        state.valueText(),
        state.hasTtl());
  }

  static StateReport of(OperatorState state) {
    String kind = state.isBroadcast() ? "broadcast" : "operator list";
    return new StateReport(state.name(), kind, null, state.valueText(), false);
  }
}
