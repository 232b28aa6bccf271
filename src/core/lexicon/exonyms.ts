/** Cities by the names that English has for them, where lists of cities have the local ones only. */
export const EXONYMS: readonly string[] =
  `Geneva Cologne Nuremberg Krakow Seville Bruges Lucerne Thessaloniki Salonika Izmir Odesa Basra Kandahar Herat
  Calcutta Rangoon Saigon Marrakech`.split(/\s+/);
