package io.drey.operators.internal;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The form in which values of a stream are kept in state. A {@link TypeInformation} of a stream may
 * implement it where that form is not the one they travel in; otherwise it is.
 */
public interface StateForm<T> extends Serializable {
  /** The type that state descriptors take. */
  TypeInformation<T> stateType();

  /** The value without what state does not need. */
  T slim(T value);

  /**
   * A value from state as it travels again.
   *
   * @param key the key it was kept under
   */
  T revive(T kept, Object key);

  /** The form in which values of this type are kept. */
  static <T> StateForm<T> of(TypeInformation<T> type) {
    if (type instanceof StateForm<?>) {
      @SuppressWarnings("unchecked") // a type information is the form of its own type
      StateForm<T> form = (StateForm<T>) type;
      return form;
    }
    return new AsItTravels<>(type);
  }

  /** Values that are kept as they are. */
  record AsItTravels<T>(TypeInformation<T> stateType) implements StateForm<T> {
    @Override
    public T slim(T value) {
      return value;
    }

    @Override
    public T revive(T kept, Object key) {
      return kept;
    }
  }
}
