// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The scopes that one key group reports.
 *
 * @param listing the listing of the marker
 * @param command the command to answer
 * @param late whether the marker was late
 */
public record GroupScopes<I>(long listing, I command, List<String> scopes, boolean late) {
  static <I> TypeInformation<GroupScopes<I>> type(TypeInformation<I> command) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<GroupScopes<I>> scopes = (Class) GroupScopes.class;
    return Types.POJO(
        scopes,
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
