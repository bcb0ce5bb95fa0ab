import type { LngLat } from '#contracts';
import type { RoadClass } from '#region';

export interface MainRoad {
  readonly name: string;
  readonly ref: string | null;
  readonly roadClass: RoadClass;
  readonly aliases: readonly string[];
  /** Waypoints; roads that meet share one. */
  readonly points: readonly LngLat[];
}

/** `'lng lat, lng lat, …'` as positions. */
const line = (text: string): LngLat[] =>
  text.split(', ').map((pair) => {
    const [lng = NaN, lat = NaN] = pair.split(' ').map(Number);
    return [lng, lat];
  });

/** Typed by hand from memory as waypoints: approximate, for demonstration and tests, not for navigation. */
export const MAIN_ROADS: readonly MainRoad[] = [
  {
    name: 'Đại lộ Bình Dương',
    ref: 'QL13',
    roadClass: 'trunk',
    aliases: ['QL13', 'Quốc lộ 13'],
    points: line(
      '106.7185 10.828, 106.7145 10.845, 106.7155 10.87, 106.7115 10.89, 106.7085 10.906, 106.7055 10.926, 106.7015 10.9445, 106.6945 10.957, 106.6855 10.9685, 106.6795 10.978, 106.6715 10.989, 106.661 11.004, 106.6525 11.02, 106.6445 11.0405, 106.6345 11.066, 106.6225 11.093, 106.6085 11.118, 106.6005 11.137, 106.603 11.17, 106.614 11.21, 106.627 11.266, 106.635 11.33, 106.642 11.4, 106.645 11.44',
    ),
  },
  {
    name: 'Mỹ Phước – Tân Vạn',
    ref: null,
    roadClass: 'trunk',
    aliases: ['MPTV'],
    points: line(
      '106.8235 10.893, 106.8035 10.906, 106.785 10.924, 106.766 10.948, 106.7445 10.972, 106.728 10.995, 106.708 11.018, 106.6905 11.041, 106.671 11.06, 106.6475 11.083, 106.626 11.108, 106.61 11.128',
    ),
  },
  {
    name: 'Quốc lộ 1',
    ref: 'QL1',
    roadClass: 'trunk',
    aliases: ['QL1', 'QL1A', 'Xa lộ Đại Hàn', 'Xa lộ Hà Nội'],
    points: line(
      '106.6355 10.866, 106.66 10.8685, 106.69 10.866, 106.7155 10.8672, 106.741 10.872, 106.762 10.881, 106.785 10.8905, 106.812 10.9, 106.826 10.9075',
    ),
  },
  {
    name: 'Quốc lộ 1K',
    ref: 'QL1K',
    roadClass: 'primary',
    aliases: ['QL1K'],
    points: line('106.7675 10.8745, 106.7805 10.889, 106.79 10.903, 106.8005 10.918, 106.812 10.928'),
  },
  {
    name: 'ĐT743',
    ref: 'ĐT743',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 743', 'Tỉnh lộ 743'],
    points: line(
      '106.7505 10.892, 106.7455 10.908, 106.7425 10.926, 106.7365 10.947, 106.722 10.962, 106.7065 10.973, 106.6925 10.98, 106.6795 10.984',
    ),
  },
  {
    name: 'Cách Mạng Tháng Tám',
    ref: 'ĐT745',
    roadClass: 'primary',
    aliases: ['CMT8', 'Cách Mạng Tháng 8', 'ĐT745'],
    points: line(
      '106.7075 10.9055, 106.6985 10.905, 106.692 10.918, 106.6855 10.936, 106.675 10.953, 106.6655 10.966, 106.656 10.977, 106.652 10.9835',
    ),
  },
  {
    name: 'ĐT744',
    ref: 'ĐT744',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 744', 'Tỉnh lộ 744'],
    points: line(
      '106.652 10.9835, 106.638 11.0, 106.622 11.024, 106.6005 11.052, 106.5655 11.083, 106.525 11.12, 106.47 11.16, 106.41 11.21, 106.362 11.28',
    ),
  },
  {
    name: 'ĐT741',
    ref: 'ĐT741',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 741', 'Tỉnh lộ 741'],
    points: line(
      '106.653 11.018, 106.668 11.042, 106.681 11.074, 106.698 11.11, 106.722 11.155, 106.75 11.2, 106.775 11.245, 106.796 11.293, 106.81 11.36, 106.82 11.41',
    ),
  },
  {
    name: 'Huỳnh Văn Lũy',
    ref: 'ĐT742',
    roadClass: 'primary',
    aliases: ['ĐT742', 'HVL'],
    points: line(
      '106.6795 10.984, 106.684 11.002, 106.6885 11.021, 106.695 11.046, 106.722 11.075, 106.755 11.107, 106.78 11.14, 106.802 11.14',
    ),
  },
  {
    name: 'ĐT747',
    ref: 'ĐT747',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 747'],
    points: line(
      '106.8085 10.938, 106.8 10.972, 106.787 10.998, 106.789 11.03, 106.79 11.064, 106.77 11.09, 106.755 11.107',
    ),
  },
  {
    name: 'ĐT746',
    ref: 'ĐT746',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 746'],
    points: line(
      '106.7065 10.973, 106.733 10.993, 106.752 11.014, 106.773 11.04, 106.79 11.064, 106.83 11.1, 106.86 11.16, 106.872 11.205, 106.873 11.26, 106.862 11.338',
    ),
  },
  {
    name: 'Phạm Ngọc Thạch',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line(
      '106.6715 10.988, 106.6665 10.9965, 106.671 11.005, 106.676 11.0145, 106.6785 11.0285, 106.6795 11.047, 106.6805 11.055',
    ),
  },
  {
    name: 'Phú Lợi',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.667 10.9795, 106.673 10.9805, 106.68 10.982, 106.6875 10.984'),
  },
  {
    name: 'Yersin',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.652 10.9835, 106.6585 10.9815, 106.6665 10.979, 106.6795 10.978'),
  },
  {
    name: 'Thích Quảng Đức',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.664 10.9715, 106.667 10.9755, 106.667 10.9795, 106.6715 10.988'),
  },
  {
    name: '30 Tháng 4',
    ref: null,
    roadClass: 'secondary',
    aliases: ['30/4'],
    points: line('106.667 10.9655, 106.674 10.97, 106.684 10.975, 106.697 10.981'),
  },
  {
    name: 'Hồ Văn Cống',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.6505 10.9905, 106.645 10.997, 106.641 11.006, 106.642 11.016, 106.651 11.022'),
  },
  {
    name: 'Nguyễn Văn Tiết',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7075 10.9055, 106.715 10.9065, 106.7275 10.909, 106.7455 10.908'),
  },
  {
    name: 'Nguyễn An Ninh',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7675 10.895, 106.769 10.9025, 106.7715 10.91, 106.774 10.9185'),
  },
  {
    name: 'Lý Thường Kiệt',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7505 10.8975, 106.759 10.904, 106.769 10.906, 106.781 10.9035'),
  },
  {
    name: 'Trần Hưng Đạo',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.769 10.906, 106.7625 10.913, 106.755 10.9235, 106.7425 10.926'),
  },
  {
    name: 'Mỹ Phước – Tân Vạn nối dài',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7425 10.926, 106.753 10.937, 106.766 10.948'),
  },
  {
    name: 'Thuận Giao',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7015 10.9445, 106.715 10.949, 106.728 10.955, 106.722 10.962'),
  },
  {
    name: '22 Tháng 12',
    ref: null,
    roadClass: 'secondary',
    aliases: ['22/12'],
    points: line('106.7015 10.9445, 106.715 10.942, 106.728 10.944, 106.7365 10.947'),
  },
  {
    name: 'Võ Văn Kiệt',
    ref: null,
    roadClass: 'secondary',
    aliases: ['Tạo Lực 5'],
    points: line('106.695 11.046, 106.683 11.052, 106.668 11.056, 106.652 11.06, 106.636 11.062'),
  },
  {
    name: 'Hùng Vương',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.6785 11.0285, 106.6905 11.041, 106.701 11.055, 106.716 11.07'),
  },
  {
    name: 'Lê Lợi',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.6795 11.047, 106.6905 11.049, 106.7035 11.055'),
  },
  {
    name: 'Nguyễn Đức Thuận',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.6665 10.9965, 106.658 11.0, 106.661 11.004'),
  },
  {
    name: 'An Phú – Tân Bình',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.7365 10.947, 106.752 10.943, 106.768 10.935, 106.782 10.934'),
  },
  {
    name: 'Bùi Thị Xuân',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.722 10.962, 106.737 10.973, 106.755 10.98, 106.775 10.975, 106.8 10.972'),
  },
  {
    name: 'Phạm Văn Đồng',
    ref: null,
    roadClass: 'trunk',
    aliases: ['Bình Lợi'],
    points: line('106.762 10.862, 106.74 10.846, 106.7185 10.828, 106.7 10.8235, 106.681 10.8185'),
  },
  {
    name: 'Nguyễn Oanh',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.67 10.8677, 106.676 10.848, 106.678 10.833, 106.681 10.8185'),
  },
  {
    name: 'Tô Ngọc Vân',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.762 10.862, 106.756 10.872, 106.7505 10.8755'),
  },
  {
    name: 'Lê Văn Chí',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.762 10.862, 106.7675 10.8745, 106.762 10.881'),
  },
  {
    name: 'ĐT749A',
    ref: 'ĐT749A',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 749A', 'Tỉnh lộ 749A'],
    points: line(
      '106.6005 11.137, 106.588 11.158, 106.566 11.185, 106.545 11.212, 106.513 11.27, 106.482 11.322, 106.474 11.368, 106.468 11.408',
    ),
  },
  {
    name: 'ĐT748',
    ref: 'ĐT748',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 748'],
    points: line('106.5655 11.083, 106.55 11.11, 106.538 11.135, 106.52 11.18, 106.545 11.212'),
  },
  {
    name: 'ĐT750',
    ref: 'ĐT750',
    roadClass: 'primary',
    aliases: ['Đường tỉnh 750'],
    points: line('106.362 11.28, 106.42 11.3, 106.482 11.322, 106.55 11.335, 106.637 11.345'),
  },
  {
    name: 'ĐT749C',
    ref: 'ĐT749C',
    roadClass: 'secondary',
    aliases: ['Đường tỉnh 749C'],
    points: line('106.6255 11.262, 106.67 11.256, 106.71 11.242, 106.742 11.232, 106.763 11.223'),
  },
  {
    name: 'ĐT741B',
    ref: 'ĐT741B',
    roadClass: 'secondary',
    aliases: ['Đường tỉnh 741B'],
    points: line(
      '106.64 11.372, 106.68 11.39, 106.716 11.402, 106.722 11.36, 106.718 11.3, 106.73 11.255, 106.742 11.232',
    ),
  },
  {
    name: 'Độc Lập',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.797 11.297, 106.83 11.316, 106.862 11.338'),
  },
  {
    name: 'ĐT746B',
    ref: 'ĐT746B',
    roadClass: 'secondary',
    aliases: ['Đường tỉnh 746B'],
    points: line('106.83 11.1, 106.865 11.09, 106.902 11.082, 106.935 11.098'),
  },
  {
    name: 'Huỳnh Văn Nghệ',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.692 10.9805, 106.694 10.991, 106.7005 11.002, 106.713 11.012'),
  },
  {
    name: 'Lê Hồng Phong',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.6665 10.979, 106.6745 10.9735, 106.6785 10.966, 106.6865 10.967'),
  },
  {
    name: 'Hồ Chí Minh',
    ref: null,
    roadClass: 'secondary',
    aliases: [],
    points: line('106.362 11.28, 106.372 11.296, 106.39 11.32, 106.41 11.36, 106.468 11.408'),
  },
];
