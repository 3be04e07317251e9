/** All known serializer snapshots and key hashes, joined from the families of types. */
@NullMarked
package io.drey.state.snapshot.registry;

import org.jspecify.annotations.NullMarked;
