package io.drey.operators.kv;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What one key group tells of its scopes.
 *
 * @param listing whose marker it was asked by
 * @param command that the answer is for
 * @param late whether the marker came behind the watermark
 */
public record GroupScopes<I>(long listing, I command, List<String> scopes, boolean late) {
  static <I> TypeInformation<GroupScopes<I>> type(TypeInformation<I> command) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<GroupScopes<I>> told = (Class) GroupScopes.class;
    return Types.POJO(
        told,
        Map.of(
            "listing",
            Types.LONG,
            "command",
            command,
            "scopes",
            Types.LIST(Types.STRING),
            "late",
            Types.BOOLEAN));
  }
}
