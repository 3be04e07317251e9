/** A store of JSON values under keys in scopes, changed by commands and telling of its changes. */
@NullMarked
package io.drey.operators.kv;

import org.jspecify.annotations.NullMarked;
