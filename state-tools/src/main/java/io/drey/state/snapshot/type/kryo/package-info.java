/** Values that Kryo wrote. */
@NullMarked
package io.drey.state.snapshot.type.kryo;

import org.jspecify.annotations.NullMarked;
