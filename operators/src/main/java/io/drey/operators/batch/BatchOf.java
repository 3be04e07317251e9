package io.drey.operators.batch;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Events that were put together.
 *
 * @param events at least one, as they arrived
 */
public record BatchOf<T>(List<T> events) {
  /** How many there are. */
  public int count() {
    return events.size();
  }

  /** The type of batches of events of a type. */
  public static <T> TypeInformation<BatchOf<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<BatchOf<T>> batch = (Class) BatchOf.class;
    return Types.POJO(batch, Map.of("events", Types.LIST(event)));
  }
}
